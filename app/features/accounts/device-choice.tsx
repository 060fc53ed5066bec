import { RadioGroup } from "~/ui";
import { accountWords } from "./words";

/** "Waar zit je nu?": a shared computer unless somebody says otherwise. */
export function DeviceChoice({ chosen }: { chosen?: string }) {
  const t = accountWords.use();
  return (
    <RadioGroup
      name="device"
      legend={t("device_question")}
      defaultValue={chosen === "own" ? "own" : "shared"}
      options={[
        { value: "shared", word: t("device_shared"), hint: t("device_shared_hint") },
        { value: "own", word: t("device_own"), hint: t("device_own_hint") },
      ]}
    />
  );
}
