package org.aforo.service.store.internal.disk;

/**
 * What is written down before a file takes its place: the object it will be and the one that it replaces. Whichever
 * of them the file turns out to be after a crash, its description is there.
 *
 * @param now    what the file is meant to be
 * @param before what it was, or null
 */
public record StoredObject(ObjectMeta now, ObjectMeta before) {
}
