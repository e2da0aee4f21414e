/** Stands in for the SDK's event streams in the bundles: no operation we call streams. */
export class EventStreamSerde {
  constructor() {
    throw new Error("The bundles carry no event streams");
  }
}

export const eventStreamSerdeProvider = () => new EventStreamSerde();

/** S3's client resolves its marshaller when it is made, and would use it only for `SelectObjectContent`. */
export const resolveEventStreamSerdeConfig = <T>(config: T): T => config;
