export async function measurePaint() {
  return [];
}
