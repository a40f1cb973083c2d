import { useEffect, useRef, useState } from "react";
import { endSession } from "../api/session.ts";
import { lock } from "./gate.ts";
import { idleAt, type Idle } from "./idle.ts";
import { lastActive, markActive, onActivity } from "./last-active.ts";

const LOOK_EVERY_MS = 1000;

/** Nobody has been there for so long: the session ends, also for others who come to this screen. */
const endIdle = (): void => {
  void lock("idle");
  // Where the service is away it ends by itself, since nothing is asked any more.
  void endSession().catch(() => undefined);
};

/**
 * How long nobody has touched the pages. The pages ask the service by themselves, so that it cannot know; once the
 * question is put, nothing but an answer to it counts.
 */
export const useIdle = (idleMinutes: number, watching: boolean): Idle & { readonly stay: () => void } => {
  const [idle, setIdle] = useState<Idle>({ is: "active" });
  const warned = useRef(false);
  warned.current = idle.is === "warned";
  useEffect(() => onActivity(() => !warned.current && markActive()), []);
  useEffect(() => {
    if (!watching) {
      setIdle({ is: "active" });
      return undefined;
    }
    markActive();
    const timer = setInterval(() => {
      const now = idleAt(Date.now(), lastActive(), idleMinutes);
      setIdle((before) => (before.is === now.is && now.is !== "warned" ? before : now));
      if (now.is === "over") endIdle();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [idleMinutes, watching]);
  return {
    ...idle,
    stay: () => {
      markActive();
      setIdle({ is: "active" });
    },
  };
};
