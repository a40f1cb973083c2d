// npm run build: installs what is missing and builds the pages, for a service that is started without npm.
import { ensurePages } from "./build-pages.mjs";
import { ensureInstalled } from "./install.mjs";

ensureInstalled();
ensurePages();
