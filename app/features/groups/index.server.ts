import "./group-stream.server";

export { accessGroup, accessGroupFront, relationToGroup, type AccessedGroup, type GroupRow } from "./access-group.server";
export { groupStream } from "./group-stream.server";
