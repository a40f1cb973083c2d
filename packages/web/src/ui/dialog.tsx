import { useEffect, useId, useRef, type ReactNode } from "react";
import { createPortal } from "react-dom";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** It is not closed by the keyboard, and covers what is behind it. */
  readonly stays?: boolean;
  readonly children: ReactNode;
}

/** A question over the page. Escape closes it, unless it stays; the focus goes back to where it was. */
export const Dialog = ({ title, onClose, stays = false, children }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const over = useRef(false);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    over.current = false;
    element?.showModal();
    element?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => {
      over.current = true;
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  // Outside of what opened it, whose looks are not its own.
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={stays ? "covers" : undefined}
      onCancel={(event) => {
        event.preventDefault();
        if (!stays) onClose();
      }}
      // A browser closes a dialog on the second Escape whatever the page says.
      onClose={() => {
        if (stays && !over.current) dialog.current?.showModal();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>,
    document.body,
  );
};
