import { defineStreamAccess } from "~/platform/stream-access.server";
import { streamId } from "~/platform/streams";
import { accessGroup } from "./access-group.server";

/** The stream of everything that happens in a group. */
export const groupStream = (groupId: string) => streamId("group", groupId);

defineStreamAccess("group", async (ctx, id) => void (await accessGroup(ctx, id)));
