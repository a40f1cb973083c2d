export interface Plan {
  /** At work at the same time: two in five of them write, the others read. */
  readonly clients: number;
  /** How long each part of a fault goes on, in seconds. */
  readonly seconds: number;
  /** How often the database is restarted. */
  readonly rounds: number;
  /** Of the practice. */
  readonly people: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface Outcome {
  /** What is not as it has to be; empty where all is well. */
  readonly problems: readonly string[];
  /** Why it could not be tried here. */
  readonly skipped?: string;
}

/** Something that goes wrong beneath or around the service while people are at work. */
export interface Fault {
  readonly name: string;
  readonly what: string;
  readonly run: (plan: Plan) => Promise<Outcome>;
}
