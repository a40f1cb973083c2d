import { useMemo } from "react";
import { encode } from "uqr";

/** Something to be read by a camera: a square of dark and light fields, drawn as one path. */
export const SquareCode = ({ of, says }: { readonly of: string; readonly says: string }) => {
  const { size, path } = useMemo(() => {
    const { data, size } = encode(of, { ecc: "M", border: 3 });
    const fields = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size, path: fields.join("") };
  }, [of]);
  return (
    <svg
      className="square-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={says}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
};
