/** The pages round the current one, with the first and the last; 0 stands for those left out. */
export const pagesShown = (page: number, pages: number): readonly number[] => {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((one) => one >= 1 && one <= pages);
  return shown.sort((a, b) => a - b).flatMap((one, i) => (i > 0 && one - shown[i - 1]! > 1 ? [0, one] : [one]));
};
