import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import appStrings from "../app/app.en-GB.json" with { type: "json" };
import type { Feature, Strings } from "../app/feature.ts";
import logStrings from "../log/log.en-GB.json" with { type: "json" };
import referStrings from "../refer/refer.en-GB.json" with { type: "json" };
import sessionStrings from "../session/session.en-GB.json" with { type: "json" };
import signingInStrings from "../signing-in/signing-in.en-GB.json" with { type: "json" };
import uiStrings from "../ui/ui.en-GB.json" with { type: "json" };
import wordStrings from "../words/words.en-GB.json" with { type: "json" };

/** English with marks around every text, to see in a test what does not come from the catalogue. */
const PSEUDO = "en-XA";

/** Loads the words of every part before the first page is drawn. */
export const startCatalogue = async (features: readonly Feature[]): Promise<void> => {
  const language = document.documentElement.lang;
  const strings: Record<string, Strings> = {
    app: appStrings,
    ui: uiStrings,
    words: wordStrings,
    refer: referStrings,
    log: logStrings,
    session: sessionStrings,
    "signing-in": signingInStrings,
  };
  for (const feature of features) strings[feature.name] = feature.strings;
  const spoken = language === PSEUDO ? (await import("./pseudo.ts")).pseudoOf(strings) : strings;
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: spoken },
    defaultNS: "app",
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
};
