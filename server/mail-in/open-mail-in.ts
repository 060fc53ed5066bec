import { fileURLToPath } from "node:url";
import type { House } from "~/platform/ctx.server";
import { EnvError } from "~/platform/env.server";
import { every } from "../jobs/every";
import { listenSmtp } from "./listen-smtp";
import { mailboxDoor } from "./poll-mailbox";
import { folderDoor } from "./read-folder";

/** Opens the door by which answers come in by mail, as `MAIL_IN` says; without it nothing. @throws EnvError when its port cannot be used. */
export async function openMailIn(house: House): Promise<{ stop: () => Promise<void> }> {
  const { MAIL_IN } = house.env;
  if (!MAIL_IN) return { stop: async () => undefined };
  const address = new URL(MAIL_IN);
  if (address.protocol === "smtp:") {
    return listenSmtp(house, { host: address.hostname.replace(/^\[|\]$/g, ""), port: Number(address.port) }).catch((error: NodeJS.ErrnoException) => {
      throw new EnvError(`MAIL_IN names ${address.host}, which this machine cannot listen on (${error.code ?? error.message}). Choose another port, or the address of this machine.`);
    });
  }
  if (address.protocol === "file:") return every(5, "mail-in", house.logger, folderDoor(house, fileURLToPath(address)));
  return every(30, "mail-in", house.logger, mailboxDoor(house, address));
}
