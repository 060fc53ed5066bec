import type { House } from "~/platform/ctx.server";

/** Who helps, on every page: as configured, else the region's contact; a demonstration shows an invented number. */
export interface Contact {
  name: string;
  phone: string | null;
  email: string;
  dataProtection: string;
}

export function readContact({ env, region }: Pick<House, "env" | "region">): Contact {
  const email = env.CONTACT_EMAIL ?? region.contact.email;
  return {
    name: env.CONTACT_NAME ?? (env.demo ? "Lien Helpdesk (voorbeeld)" : region.contact.name),
    phone: env.CONTACT_PHONE ?? (env.demo ? "057 00 00 00" : region.contact.phone),
    email,
    dataProtection: env.DPO_CONTACT ?? email,
  };
}
