/** What stands before the first strength: "Morphine sulfate 10mg/5ml oral solution" is known as "Morphine sulfate". */
const shortOne = (product: string): string => product.split(/\s+(?=[\d.])/, 1)[0] ?? product;

/** Products by their first words, each once, for a place where whole names have no room. */
export const shortProducts = (products: string): readonly string[] => [...new Set(products.split(", ").map(shortOne))];
