import type { Session } from "@concord/exchange/api";
import { lazy, Suspense, useEffect, useSyncExternalStore } from "react";
import { dropDrafts } from "./drafts.ts";
import { lock, lockedWhy, onLock } from "./gate.ts";
import { startOver, useGoOn } from "./go-on.ts";
import { onTold, type Told } from "./tabs.ts";
import { useIdle } from "./use-idle.ts";

const SignInAgain = lazy(async () => ({ default: (await import("./sign-in-again.tsx")).SignInAgain }));
const IdleWarning = lazy(async () => ({ default: (await import("./idle-warning.tsx")).IdleWarning }));

/** What other tabs of this browser say of the session that they share. */
const useOtherTabs = (account: string): void => {
  const goOn = useGoOn(account);
  useEffect(
    () =>
      onTold((told: Told) => {
        if (told.is === "signed-out") {
          dropDrafts();
          location.assign("/sign-in?out=here");
        } else if (told.account !== null && told.account !== account) startOver();
        else void goOn().catch(() => undefined);
      }),
    [account],
  );
};

/**
 * Watches over the session while somebody is signed in: asks whether they are still there, and has them sign in again
 * over the page when it has ended, so that nothing typed is lost.
 */
export const SessionGuard = ({ session }: { readonly session: Session }) => {
  const why = useSyncExternalStore(onLock, lockedWhy);
  useOtherTabs(session.account.id);
  const idle = useIdle(session.idleMinutes, why === null);
  return (
    <Suspense>
      {idle.is === "warned" && why === null && (
        <IdleWarning seconds={idle.seconds} onEnded={() => void lock("ended")} onStay={idle.stay} />
      )}
      {why !== null && <SignInAgain why={why} account={session.account} />}
    </Suspense>
  );
};
