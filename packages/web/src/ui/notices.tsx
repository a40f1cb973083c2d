import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";

export interface Notice {
  readonly says: string;
  readonly kind?: "done" | "problem";
  readonly undo?: () => void;
}

let current: Notice | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Says what has just been done. It stays until it is closed or something else is done: nobody has to be quick. */
export const notify = (notice: Notice | null): void => {
  current = notice;
  for (const listener of listeners) listener();
};

export const NoticeBoard = () => {
  const { t } = useTranslation("ui");
  const notice = useSyncExternalStore(subscribe, () => current);
  const undo = notice?.undo;
  return (
    <div className="notices" role="status">
      {notice !== null && (
        <p className={`notice ${notice.kind ?? "done"}`}>
          <span>{notice.says}</span>
          {undo !== undefined && (
            <Button
              look="link"
              onClick={() => {
                notify(null);
                undo();
              }}
            >
              {t("notice.undo")}
            </Button>
          )}
          <Button look="link" onClick={() => notify(null)}>
            {t("notice.close")}
          </Button>
        </p>
      )}
    </div>
  );
};
