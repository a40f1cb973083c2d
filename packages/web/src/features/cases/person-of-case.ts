import type { CasePicture, Person } from "@concord/exchange/api";

/** A case as the picture of a person takes it: there is nothing in it that says who they are, nor a key to ask for more. */
export const personOfCase = (picture: CasePicture): Person => ({
  ...picture,
  person: "",
  key: "",
  birthYear: null,
  age: null,
  registered: null,
  prescriber: null,
  referrals: [],
});
