import { useLayoutEffect, useRef, useState } from "react";

/** The width that an element has on the screen, so that a drawing in it keeps its letters the size of text. */
export const useWidth = (before: number) => {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(before);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.max(200, Math.floor(watched.clientWidth))));
    setWidth(Math.max(200, Math.floor(watched.clientWidth)));
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return { element, width };
};
