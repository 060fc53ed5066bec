import "./group-stream.server";

export { accessGroup, accessGroupFront, relationToGroup, type AccessedGroup, type GroupRow } from "./access-group.server";
export { loadRelations, type LoadedRelation, type Relations } from "./load-relations.server";
export { readableGroups } from "./readable-groups.server";
export { groupStream } from "./group-stream.server";
export { readPlace, type Place } from "./read-place.server";
export { whoReads, type Readers } from "./who-reads.server";
