import type { AddressInfo } from "node:net";
import { NO_REGISTER } from "../register/no-register.fixture.ts";
import { buildServer } from "./build-server.ts";
import type { ServedPractice } from "./served-practice.fixture.ts";
import type { Service, ServiceParts } from "./service.ts";

/** A second service on the same practice, in some parts another. */
export const secondService = (
  { store, practiceId, imports, identity }: ServedPractice,
  parts: Partial<ServiceParts> = {},
): Promise<Service> =>
  buildServer({
    ...identity,
    db: store.db,
    practiceId,
    imports,
    webFolder: null,
    version: "1",
    register: NO_REGISTER,
    ...parts,
  });

interface Listening {
  readonly service: Service;
  readonly port: number;
}

/** The same, which listens. */
export const listeningService = async (
  served: ServedPractice,
  parts: Partial<ServiceParts> = {},
): Promise<Listening> => {
  const service = await secondService(served, parts);
  await service.listen({ host: "127.0.0.1", port: 0 });
  return { service, port: (service.server.address() as AddressInfo).port };
};
