import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { TypeInvitationScreen } from "~/features/groups/invitation-screen";
import { groupWords } from "~/features/groups/words";
import { pageMeta } from "~/platform/page-meta";

export function loader({ request }: LoaderFunctionArgs) {
  const code = (new URL(request.url).searchParams.get("code") ?? "").trim().replace(/\s+/g, "-").slice(0, 60);
  return code ? redirect(`/uitnodiging/${encodeURIComponent(code)}`) : null;
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: groupWords.for(language)("invitation_type"), noindex: true }));

export default function TypeInvitation() {
  return <TypeInvitationScreen />;
}
