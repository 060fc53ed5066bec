import { PrintButton, PrintCard, Stack } from "~/ui";
import { accountWords } from "./words";

export interface AccountCardProps {
  product: string;
  signInName: string;
  /** Address that people type. */
  address: string;
}

/** The card to print or photograph. The password is written on it by hand, if at all. */
export function AccountCard({ product, signInName, address }: AccountCardProps) {
  const t = accountWords.use();
  return (
    <Stack>
      <PrintCard
        brandName={product}
        title={t("card_title", { product })}
        lines={[
          { term: t("card_sign_in_name"), value: signInName },
          { term: t("card_address"), value: address.replace(/^https?:\/\//, "") },
        ]}
      >
        <p>{t("card_password")}</p>
        <p className="write-line" />
        <p>{t("card_keep")}</p>
      </PrintCard>
      <PrintButton word={t("card_print")} kind="primary" />
      <p className="field__hint no-print">{t("card_photo")}</p>
    </Stack>
  );
}
