import type { ParseArgsOptionDescriptor } from "node:util";

/** 0 done; 1 done, with refused rows, when --strict; 2 the call is wrong; 3 nothing could be read. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Option extends ParseArgsOptionDescriptor {
  /** What stands for the value in the help: "DATE". */
  readonly value?: string;
  readonly says: string;
}

export interface Example {
  readonly call: string;
  readonly says: string;
}

/** One command: what it takes, what it says about itself, what it does. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** The rest of the usage line after the name: "PATH... [--on DATE]". */
  readonly usage: string;
  readonly about: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** How many arguments without a dash: least and most. */
  readonly takes: { readonly least: number; readonly most: number; readonly called: string };
  readonly examples: readonly Example[];
  run(call: Call): Promise<ExitCode>;
}

/** A call that has been read: every option is one that the command knows. */
export interface Call {
  readonly given: readonly string[];
  text(name: string): string | null;
  flag(name: string): boolean;
}

/** The call is wrong: said in one sentence, with what to do in the second. */
export class WrongCall extends Error {
  override readonly name = "WrongCall";
  readonly advice: string | null;

  constructor(message: string, advice: string | null = null) {
    super(message);
    this.advice = advice;
  }
}

/** The call is right, but no row of the given files could be read. */
export class NothingRead extends Error {
  override readonly name = "NothingRead";
}
