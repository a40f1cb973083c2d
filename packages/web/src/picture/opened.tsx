import { useState, type ReactNode } from "react";

/** What is fetched and drawn only once someone opens it. */
export const Opened = ({
  summary,
  of,
  children,
}: {
  readonly summary: string;
  /** Said to those who hear it out of its place. */
  readonly of?: string;
  readonly children: ReactNode;
}) => {
  const [open, setOpen] = useState(false);
  return (
    <details className="opened" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {summary}
        {of !== undefined && <span className="unseen"> {of}</span>}
      </summary>
      {open && children}
    </details>
  );
};
