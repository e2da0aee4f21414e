/** Stands in for nodemailer's HTTP client in the bundles: a letter never fetches what it attaches. */
export default function refuseToFetch(): never {
  throw new Error("A letter may not fetch an address");
}
