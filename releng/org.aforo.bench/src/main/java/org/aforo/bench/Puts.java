package org.aforo.bench;

/** Names of the figures about putting. */
final class Puts {

    static final String MANY = "PutRecords 500 x 1 KiB, 4 connections (req/s)";
    /** The same, beside a bare limit that appends the bodies to a file. */
    static final String MANY_KEPT = "PutRecords, bare appending the body to a file (req/s)";
    static final String SINGLE = "PutRecord 1 KiB, 16 connections (req/s)";
    static final String SINGLE_WIDE = "PutRecord 1 KiB, 64 connections (req/s)";

    private Puts() {
    }
}
