import { Person, Stack } from "~/ui";
import type { StaffView } from "./read-space-front.server";
import { spaceWords } from "./words";

/** Those who act for the ones who run the leerplek: name, what they do, for which organisation. */
export function StaffList({ team }: { team: StaffView[] }) {
  const t = spaceWords.use();
  return (
    <Stack as="ul" space="tight">
      {team.map((one) => {
        const roles = one.roles.map((role) => t(`role_${role}`)).join(", ");
        return (
          <li key={`${one.shownName} ${one.organisation} ${roles}`}>
            <Person name={one.shownName} staffFunction={[one.function || roles, one.organisation].join(", ")}>
              {one.function ? <span className="soft small">{roles}</span> : null}
            </Person>
          </li>
        );
      })}
    </Stack>
  );
}
