/** mg for a table, without the digits that only reckoning needs. @example sayMg(6.222222) // "6.22" */
export const sayMg = (mg: number): string => String(Math.round(mg * 100) / 100);
