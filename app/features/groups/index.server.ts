import "./group-stream.server";

export { accessGroup, accessGroupFront, relationToGroup, type AccessedGroup, type GroupRow } from "./access-group.server";
export { loadRelations, type LoadedRelation, type Relations } from "./load-relations.server";
export { readableGroups } from "./readable-groups.server";
export { groupStream } from "./group-stream.server";
