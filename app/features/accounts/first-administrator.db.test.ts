import { expect, it } from "vitest";
import { installationRole, person } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import type { AppError } from "~/platform/codes";
import { makeCtx } from "~/platform/ctx.server";
import { allActions } from "~/platform/define-action.server";
import { testHouse } from "~/platform/test/test-house";
import { becomeFirstAdministrator, createFirstAdministratorLink, resolveActor } from "./index.server";
import { cookieHeader, goodPassword, newAccount } from "./test/act-as";

const home = useDatabase();
const codeOf = (attempt: Promise<unknown>) => attempt.then(() => "done", (error: AppError) => error.code);
const secretOf = (link: string | null) => new URL(link!).searchParams.get("link")!;
const given = { name: "Els Beheer", password: goodPassword };

it("makes one administrator from the link in the terminal, then offers none any more", async () => {
  const house = testHouse(home.database);
  const link = secretOf(await createFirstAdministratorLink(house));
  const answers = await Promise.all(Array.from({ length: 10 }, () => becomeFirstAdministrator(makeCtx(house), { ...given, link }).then((made) => made, (error: AppError) => error.code)));
  const [made] = answers.filter((answer) => typeof answer === "object");
  expect(answers.filter((answer) => answer === "code_used" || answer === "already_done")).toHaveLength(9);
  expect((await resolveActor(house, cookieHeader(made!.setCookies))).actor.roles).toEqual(["administrator"]);
  expect(await house.database.db.select().from(installationRole)).toHaveLength(1);
  expect(await house.database.db.select().from(person)).toHaveLength(1);
  expect(await createFirstAdministratorLink(house)).toBeNull();
});

it("keeps only the link printed last, for a day", async () => {
  const house = testHouse(home.database);
  const first = secretOf(await createFirstAdministratorLink(house));
  const second = secretOf(await createFirstAdministratorLink(house));
  expect(await codeOf(becomeFirstAdministrator(makeCtx(house), { ...given, link: first }))).toBe("wrong_code");
  house.setNow(new Date(house.now().getTime() + 86_400_000));
  expect(await codeOf(becomeFirstAdministrator(makeCtx(house), { ...given, link: second }))).toBe("code_expired");
});

it("is offered by the house alone", async () => {
  const house = testHouse(home.database);
  const offer = allActions().get("accounts.offer-first-administrator")!;
  expect(await codeOf(offer(makeCtx(house), {}))).toBe("forbidden");
  expect(await codeOf(offer((await newAccount(house)).ctx, {}))).toBe("forbidden");
});
