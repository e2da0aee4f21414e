/**
 * Stands in for `mnemonist/lru-cache` in the bundles. DynamoDB's client keeps discovered endpoints in it; a regional
 * endpoint is never discovered, so it stays empty.
 */
export default class LruCache<K, V> extends Map<K, V> {
  constructor(_capacity: number) {
    super();
  }

  remove(key: K): boolean {
    return this.delete(key);
  }
}
