package org.aforo.service.store.internal;

import java.util.function.Function;

import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.AwsApi.Handler;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.fault.Faults;
import org.aforo.service.store.internal.disk.Bucket;
import org.aforo.service.store.internal.ops.AbortMultipartUpload;
import org.aforo.service.store.internal.ops.CompleteMultipartUpload;
import org.aforo.service.store.internal.ops.CopyObject;
import org.aforo.service.store.internal.ops.CreateBucket;
import org.aforo.service.store.internal.ops.CreateMultipartUpload;
import org.aforo.service.store.internal.ops.DeleteBucket;
import org.aforo.service.store.internal.ops.DeleteObject;
import org.aforo.service.store.internal.ops.DeleteObjects;
import org.aforo.service.store.internal.ops.GetBucketLocation;
import org.aforo.service.store.internal.ops.GetObject;
import org.aforo.service.store.internal.ops.HeadBucket;
import org.aforo.service.store.internal.ops.HeadObject;
import org.aforo.service.store.internal.ops.ListBuckets;
import org.aforo.service.store.internal.ops.ListMultipartUploads;
import org.aforo.service.store.internal.ops.ListObjects;
import org.aforo.service.store.internal.ops.ListObjectsV2;
import org.aforo.service.store.internal.ops.ListParts;
import org.aforo.service.store.internal.ops.ObjectTagging;
import org.aforo.service.store.internal.ops.PutObject;
import org.aforo.service.store.internal.ops.UploadPart;
import org.aforo.service.store.internal.ops.UploadPartCopy;

/** The operations of S3 that are built, bound to its model. */
final class S3Api {

    private final Context context;
    private final AwsApi.Builder api = AwsApi.of(S3Api.class.getResource("/model/s3-2006-03-01-model.json"));

    S3Api(Context context, Faults faults) {
        this.context = context;
        buckets();
        objects(faults);
        uploads();
    }

    AwsApi build() {
        return api.build();
    }

    private void buckets() {
        api.operation("ListBuckets", ListBuckets.Input.class, ListBuckets.Output.class,
                new ListBuckets(context)::handle);
        api.operation("CreateBucket", CreateBucket.Input.class, CreateBucket.Output.class,
                CreateBucket.Input::bucket, new CreateBucket(context)::handle);
        read("HeadBucket", HeadBucket.Input.class, HeadBucket.Output.class, HeadBucket.Input::bucket,
                new HeadBucket(context)::handle);
        api.operation("DeleteBucket", DeleteBucket.Input.class, Void.class, DeleteBucket.Input::bucket,
                new DeleteBucket(context)::handle);
        read("GetBucketLocation", GetBucketLocation.Input.class, GetBucketLocation.Output.class,
                GetBucketLocation.Input::bucket, new GetBucketLocation(context)::handle);
        read("ListObjects", ListObjects.Input.class, ListObjects.Output.class, ListObjects.Input::bucket,
                new ListObjects(context)::handle);
        read("ListObjectsV2", ListObjectsV2.Input.class, ListObjectsV2.Output.class, ListObjectsV2.Input::bucket,
                new ListObjectsV2(context)::handle);
    }

    private void objects(Faults faults) {
        write("PutObject", PutObject.Input.class, PutObject.Output.class, PutObject.Input::bucket,
                new PutObject(context)::handle);
        read("GetObject", GetObject.Input.class, GetObject.Output.class, GetObject.Input::bucket,
                new GetObject(context)::handle);
        read("HeadObject", GetObject.Input.class, HeadObject.Output.class, GetObject.Input::bucket,
                new HeadObject(context)::handle);
        write("DeleteObject", DeleteObject.Input.class, DeleteObject.Output.class, DeleteObject.Input::bucket,
                new DeleteObject(context)::handle);
        write("DeleteObjects", DeleteObjects.Input.class, DeleteObjects.Output.class, DeleteObjects.Input::bucket,
                new DeleteObjects(context, faults)::handle);
        write("CopyObject", CopyObject.Input.class, CopyObject.Output.class, CopyObject.Input::bucket,
                new CopyObject(context)::handle);
        ObjectTagging tagging = new ObjectTagging(context);
        read("GetObjectTagging", ObjectTagging.Input.class, ObjectTagging.Tagging.class, ObjectTagging.Input::bucket,
                tagging::get);
        write("PutObjectTagging", ObjectTagging.PutInput.class, ObjectTagging.Output.class,
                ObjectTagging.PutInput::bucket, tagging::put);
        write("DeleteObjectTagging", ObjectTagging.Input.class, ObjectTagging.Output.class,
                ObjectTagging.Input::bucket, tagging::delete);
    }

    private void uploads() {
        write("CreateMultipartUpload", CreateMultipartUpload.Input.class, CreateMultipartUpload.Output.class,
                CreateMultipartUpload.Input::bucket, new CreateMultipartUpload(context)::handle);
        write("UploadPart", UploadPart.Input.class, UploadPart.Output.class, UploadPart.Input::bucket,
                new UploadPart(context)::handle);
        write("UploadPartCopy", UploadPartCopy.Input.class, UploadPartCopy.Output.class,
                UploadPartCopy.Input::bucket, new UploadPartCopy(context)::handle);
        write("CompleteMultipartUpload", CompleteMultipartUpload.Input.class, CompleteMultipartUpload.Output.class,
                CompleteMultipartUpload.Input::bucket, new CompleteMultipartUpload(context)::handle);
        write("AbortMultipartUpload", AbortMultipartUpload.Input.class, AbortMultipartUpload.Output.class,
                AbortMultipartUpload.Input::bucket, new AbortMultipartUpload(context)::handle);
        read("ListParts", ListParts.Input.class, ListParts.Output.class, ListParts.Input::bucket,
                new ListParts(context)::handle);
        read("ListMultipartUploads", ListMultipartUploads.Input.class, ListMultipartUploads.Output.class,
                ListMultipartUploads.Input::bucket, new ListMultipartUploads(context)::handle);
    }

    private <I, O> void read(String name, Class<I> input, Class<O> output, Function<I, String> bucket,
            Handler<I, O> handler) {
        api.operation(name, input, output, bucket, counted(handler, bucket, false));
    }

    private <I, O> void write(String name, Class<I> input, Class<O> output, Function<I, String> bucket,
            Handler<I, O> handler) {
        api.operation(name, input, output, bucket, counted(handler, bucket, true));
    }

    /** Failures count on the bucket's meter of that direction. */
    private <I, O> Handler<I, O> counted(Handler<I, O> handler, Function<I, String> bucket, boolean writes) {
        return (input, call) -> {
            try {
                return handler.handle(input, call);
            } catch (AwsError e) {
                if (e.status() >= 400) {
                    context.store().find(bucket.apply(input)).map(writes ? Bucket::in : Bucket::out)
                            .ifPresent(meter -> meter.error(1));
                }
                throw e;
            }
        };
    }
}
