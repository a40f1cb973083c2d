import { createItemReader, identify, readDirections, readFhirDosage, type Item } from "@concord/core";
import { describe, expect, it, vi } from "vitest";
import { ItemTable, UNWATCHED_ITEM } from "./item-table.ts";

const readItem = createItemReader({ table: "uk", identify, readDirections, readFhirDosage, remembered: 100 });

const item = (name: string, text: string, quantity = "56"): Item => ({
  product: { name, codes: [{ system: null, code: "1" }] },
  directions: { kind: "text", text },
  quantity,
  quantityUnit: null,
  days: null,
});

describe("items that were read", () => {
  it("are known by the keys of their product and of the rest, and by both only", () => {
    const table = new ItemTable(readItem);
    const first = table.add("mst", "one bd", item("MST Continus 30mg tablets", "one bd"));
    const second = table.add("mst", "two bd", item("MST Continus 30mg tablets", "two bd"));
    expect([table.find("mst", "one bd"), table.find("mst", "two bd")]).toEqual([first, second]);
    expect([table.find("mst", "three bd"), table.find("one bd", "mst")]).toEqual([undefined, undefined]);
  });

  it("are none of a medicine that no one watches, whatever its directions", () => {
    const table = new ItemTable(readItem);
    expect(table.add("par", "two qds", item("Paracetamol 500mg tablets", "two qds"))).toBe(UNWATCHED_ITEM);
    expect([table.isUnwatched("par"), table.isUnwatched("mst"), table.size]).toEqual([true, false, 0]);
  });

  it("share their product and their texts, and mean what they meant apart", () => {
    const read = vi.fn<typeof readItem>(readItem);
    const table = new ItemTable(read);
    const ids = ["one bd", "two bd", "one bd"].map((text, at) =>
      table.add("mst", `${text} ${at}`, item("MST Continus 30mg tablets", text, String(28 * (at + 1)))),
    );
    const many = Array.from({ length: 20_000 }, (_, at) =>
      table.add("codeine", String(at), item("Codeine 30mg tablets", "1 qds", String(at + 10))),
    );
    read.mockClear();
    const [a, b, c] = ids.map((id) => table.reading(id).item);
    // Read anew: the readings of before were let go for those of the many.
    expect(read).toHaveBeenCalledTimes(3);
    expect(a!.product).toBe(b!.product);
    expect(a).toEqual(item("MST Continus 30mg tablets", "one bd", "28"));
    expect(c).toEqual(item("MST Continus 30mg tablets", "one bd", "84"));
    expect(table.reading(ids[0]!)).toEqual(readItem(item("MST Continus 30mg tablets", "one bd", "28")));
    expect(table.reading(many[17_000]!).item.quantity).toBe("17010");
  });

  it("are forgotten together", () => {
    const table = new ItemTable(readItem);
    table.add("mst", "one bd", item("MST Continus 30mg tablets", "one bd"));
    table.clear();
    expect([table.size, table.find("mst", "one bd")]).toEqual([0, undefined]);
    expect(table.add("mst", "one bd", item("MST Continus 30mg tablets", "one bd"))).toBe(0);
  });
});
