import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { sessionQuery } from "./api/session.ts";
import { FEATURES } from "./app/features.ts";
import { createQueryClient } from "./app/query-client.ts";
import { createPagesRouter } from "./app/router.tsx";
import { clearAddress } from "./app/unseen.ts";
import { startCatalogue } from "./i18n/catalogue.ts";

clearAddress();
const queryClient = createQueryClient();
// Who is signed in is asked while the words are made ready; the router waits for the answer.
void queryClient.prefetchQuery(sessionQuery());
const router = createPagesRouter(FEATURES, queryClient);
await startCatalogue(FEATURES);

createRoot(document.querySelector("#app")!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
