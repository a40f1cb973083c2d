import { useLayoutEffect, useRef, useState, type RefObject } from "react";

/** The width that an element has, followed as it changes; 0 before it is known. */
export const useWidth = <E extends HTMLElement>(): readonly [RefObject<E | null>, number] => {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const one = element.current;
    if (one === null) return undefined;
    const follow = (): void => setWidth(Math.floor(one.clientWidth));
    follow();
    const observer = new ResizeObserver(follow);
    observer.observe(one);
    return () => observer.disconnect();
  }, []);
  return [element, width];
};
