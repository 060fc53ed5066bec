import type { MetaFunction } from "@remix-run/node";
import { LearnScreen } from "~/features/shell/learn-screen";

export const meta: MetaFunction = () => [{ title: "Leren" }];

export default LearnScreen;
