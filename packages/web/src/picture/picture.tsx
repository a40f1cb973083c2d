import type { Person } from "@concord/exchange/api";
import type { ReactNode } from "react";
import { DoseNow } from "./dose-now.tsx";
import { DoseOverTime } from "./dose-over-time.tsx";
import { Findings } from "./findings.tsx";
import { NotComputed } from "./not-computed.tsx";
import "./person.css";

interface PictureProps {
  /** Without a key, nothing more can be asked of them: whoever looks is not to know who they are. */
  readonly person: Person;
  readonly beside?: ReactNode;
  readonly below: ReactNode;
}

/** One person on one screen: the dose first, how it came about, what is worth a look, what has no number. */
export const Picture = ({ person, beside, below }: PictureProps) => (
  <div className="person">
    <div className="person-wide">
      <DoseNow person={person} />
      <DoseOverTime person={person} />
    </div>
    <div className="person-narrow">
      <Findings person={person} />
      <NotComputed person={person} />
      {beside}
    </div>
    {below}
  </div>
);
