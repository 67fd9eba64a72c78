export async function measureBuild() {
  return [];
}
