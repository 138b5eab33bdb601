const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * What the server answered, with what was typed while the answer was on its way.
 * @param before what the answer is about: what was sent, or what was there when nothing was typed yet
 * @param now what the window holds
 */
export function withTyped(before, now, answer) {
  if (!now || same(before, now)) return answer;
  const merged = { ...answer };
  for (const key of Object.keys(now)) if (key !== 'variants' && !same(before?.[key], now[key])) merged[key] = now[key];
  // Of a variant only the name is typed; state and dates are the server's.
  merged.variants = answer.variants?.map((variant) => {
    const name = nameOf(now, variant);
    return name === undefined || name === nameOf(before, variant) ? variant : { ...variant, name };
  });
  return merged;
}

const nameOf = (data, { culture, segment }) => data?.variants?.find((variant) => variant.culture === culture && variant.segment === segment)?.name;
