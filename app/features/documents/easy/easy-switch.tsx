import { Notice, Tabs } from "~/ui";
import { documentHref } from "../views";
import type { EasyView } from "./views";
import { easyWords } from "./words";

/** From a text to its easy version and back; each has its own address. */
export function EasySwitch({ usual, easy, shown }: { usual: string; easy: string; shown: "easy" | "usual" }) {
  const t = easyWords.use();
  return (
    <Tabs
      label={t("switch")}
      items={[
        { href: usual, word: t("usual"), current: shown === "usual" },
        { href: easy, word: t("version"), current: shown === "easy" },
      ]}
    />
  );
}

/** The same on the page of a text; a reader of an easy version hears when its source says more by now. */
export function EasyOfText({ id, easy }: { id: string; easy: EasyView }) {
  const t = easyWords.use();
  if (!easy.other) return null;
  const [here, other] = [documentHref(id), documentHref(easy.other.id)];
  return (
    <>
      {easy.is === "easy" ? <EasySwitch usual={other} easy={here} shown="easy" /> : <EasySwitch usual={here} easy={other} shown="usual" />}
      {easy.behind > 0 ? <Notice wide>{t("behind_reader")}</Notice> : null}
    </>
  );
}
