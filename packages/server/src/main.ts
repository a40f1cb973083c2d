import process from "node:process";
import { HELP, readCall } from "./config.ts";
import { USUAL_DATA } from "./start/run-service.ts";
import { AlreadyRunning } from "./start/service-lock.ts";
import { stayRunning } from "./start/stay-running.ts";

const WRONG_CALL = 2;

/** To people; the address alone is on standard output, as its last line. */
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const sayFault = (error: unknown): void => {
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") say(`Another program answers at this port already. Give another with --port.`);
  else if (code === "EACCES") say(`${message}. Start the service from the account that owns its folder.`);
  else say(process.env["CONCORD_DEBUG"] === undefined ? `Concord could not start: ${message}` : String(stack));
};

const start = async (): Promise<void> => {
  const call = readCall(process.argv.slice(2), process.env, USUAL_DATA);
  if (call.kind === "help") return void process.stdout.write(HELP);
  if (call.kind === "wrong") {
    say(`npm start: ${call.says}\n${call.todo}`);
    process.exitCode = WRONG_CALL;
    return;
  }
  let asked = false;
  let stop: (() => Promise<void>) | null = null;
  const end = (): void => {
    // Before it runs it ends by itself as soon as it does; a second time changes nothing.
    if (asked) return;
    asked = true;
    void stop?.().then(() => process.exit(0));
  };
  let readAgain: (() => void) | null = null;
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, end);
  process.on("SIGHUP", () => (readAgain ?? end)());
  try {
    const running = await stayRunning(call.config, say);
    ({ stop, readAgain } = running);
    if (asked) await running.stop().then(() => process.exit(0));
    process.stdout.write(`${running.address}\n`);
  } catch (error) {
    if (error instanceof AlreadyRunning) {
      say("Concord runs on these records already:");
      say(error.address ?? "it is just starting; see where it was started.");
      process.exit(WRONG_CALL);
    }
    sayFault(error);
    process.exit(1);
  }
};

await start();
