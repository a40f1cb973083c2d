import { expect, test } from "vitest";
import { csvLine } from "./csv-line.ts";

test.each([
  [["a", 1, null, 2.5], "a,1,,2.5\r\n"],
  [['say "one", twice'], '"say ""one"", twice"\r\n'],
  [["two\nlines"], '"two\nlines"\r\n'],
  [["=1+1", "+44", "-1", "@sum", "\tx", "\rx"], `'=1+1,'+44,'-1,'@sum,'\tx,"'\rx"\r\n`],
  [["\n=1", "＝1+1", "＠sum"], `"'\n=1",'＝1+1,'＠sum\r\n`],
  [['=HYPERLINK("x")'], `"'=HYPERLINK(""x"")"\r\n`],
  [["1+1", "a=b"], "1+1,a=b\r\n"],
  [[-3], "-3\r\n"],
])("%j is written as %j", (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
