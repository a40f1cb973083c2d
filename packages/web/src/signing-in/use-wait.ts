import { useEffect, useState } from "react";

/** Seconds that are still to be waited, counted down; by the clock, so that a tab in the background loses none. */
export const useWait = () => {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  const waiting = left > 0;
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [waiting]);
  return {
    left,
    wait: (seconds: number): void => {
      setNow(Date.now());
      setUntil(Date.now() + seconds * 1000);
    },
  };
};
