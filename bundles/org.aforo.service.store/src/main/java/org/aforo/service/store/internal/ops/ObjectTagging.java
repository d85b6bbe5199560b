package org.aforo.service.store.internal.ops;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.aforo.api.endpoint.Call;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.S3Error;
import org.aforo.service.store.internal.Tags;
import org.aforo.service.store.internal.disk.ObjectMeta;

/** An object's tags: read, replaced, removed. */
public record ObjectTagging(Context context) {

    public record Tag(String key, String value) {
    }

    public record Tagging(List<Tag> tagSet) {
    }

    public record Input(String bucket, String key) {
    }

    public record PutInput(String bucket, String key, Tagging tagging) {
    }

    public record Output() {
    }

    public Tagging get(Input input, Call call) {
        String key = context.key(input.key);
        ObjectMeta object = context.bucket(input.bucket).head(key).orElseThrow(() -> S3Error.noSuchKey(key));
        return new Tagging(new TreeMap<>(object.tags()).entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue())).toList());
    }

    public Output put(PutInput input, Call call) {
        Map<String, String> tags = new TreeMap<>();
        for (Tag tag : input.tagging.tagSet) {
            Tags.add(tags, tag.key, tag.value);
        }
        return replace(input.bucket, input.key, tags);
    }

    public Output delete(Input input, Call call) {
        return replace(input.bucket, input.key, Map.of());
    }

    private Output replace(String bucket, String key, Map<String, String> tags) {
        context.bucket(bucket).describe(context.key(key), object -> object.withTags(tags))
                .orElseThrow(() -> S3Error.noSuchKey(key));
        return new Output();
    }
}
