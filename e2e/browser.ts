import { existsSync } from "node:fs";
import process from "node:process";
import { chromium, type Browser } from "playwright-core";

const FLAGS = ["--disable-background-networking", "--disable-component-update", "--no-first-run"];

/** Where Chrome usually is on machines that the packaged Chromium is not made for. */
const USUAL_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
];

const packagedChromium = async (): Promise<{ path: string; flags: readonly string[] }> => {
  const { default: packaged } = await import("@sparticuz/chromium");
  // Made for servers without a screen: it draws in software.
  packaged.setGraphicsMode = false;
  return { path: await packaged.executablePath(), flags: packaged.args };
};

/**
 * A real browser for tests: the Chromium of the packages on Linux x64, elsewhere a Chrome of the machine
 * (CHROME_PATH, or where it usually is). Asks nothing of any network by itself.
 */
export const openBrowser = async (): Promise<Browser> => {
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const own = process.env["CHROME_PATH"] ?? USUAL_PLACES.find((place) => existsSync(place));
  const usePackaged =
    process.env["CHROME_PATH"] === undefined && process.platform === "linux" && process.arch === "x64";
  if (!usePackaged && own === undefined)
    throw new Error("No browser for tests: install Chrome, or set CHROME_PATH to a Chromium.");
  const { path, flags } = usePackaged ? await packagedChromium() : { path: own!, flags: [] };
  // One process for everything would end with the first page that is closed.
  const kept = flags.filter((flag) => !/^--(headless|single-process|no-zygote)/.test(flag));
  return chromium.launch({ executablePath: path, headless: true, args: [...new Set([...kept, ...FLAGS, ...asRoot])] });
};
