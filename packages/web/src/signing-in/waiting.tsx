import { useTranslation } from "react-i18next";
import { sayClock } from "./say-clock.ts";

/** Why the next try has to wait, and how long still. What counts is the clock that is seen; it is announced once. */
export const Waiting = ({ left }: { readonly left: number }) => {
  const { t } = useTranslation("signing-in");
  return (
    <div className="note kind" role="status">
      {left > 0 ? (
        <>
          <p>{t("wait.says")}</p>
          <p aria-live="off" role="timer">
            {t("wait.left", { time: sayClock(left) })}
          </p>
        </>
      ) : (
        <p>{t("wait.over")}</p>
      )}
    </div>
  );
};
