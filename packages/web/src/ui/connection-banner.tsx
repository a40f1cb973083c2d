import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { get } from "../api/client.ts";
import { Button } from "./button.tsx";
import { connectionWorks, isConnected, onConnection } from "./connection.ts";

const ASK_EVERY_MS = 3000;

/** Says that the service is away, asks after it, and fetches anew what is on the page once it is back. */
export const ConnectionBanner = () => {
  const { t } = useTranslation("ui");
  const queryClient = useQueryClient();
  const connected = useSyncExternalStore(onConnection, isConnected);
  const ask = async (): Promise<void> => {
    try {
      await get("/api/health");
    } catch {
      return;
    }
    connectionWorks();
    await queryClient.invalidateQueries();
  };
  useEffect(() => {
    if (connected) return undefined;
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [connected]);
  return (
    <div role="status" className="connection">
      {!connected && (
        <p className="banner warning">
          <span>{t("offline.says")}</span>{" "}
          <Button look="link" onClick={() => void ask()}>
            {t("offline.again")}
          </Button>
        </p>
      )}
    </div>
  );
};
