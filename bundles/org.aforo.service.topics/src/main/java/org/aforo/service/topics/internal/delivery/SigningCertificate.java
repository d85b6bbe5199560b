package org.aforo.service.topics.internal.delivery;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate as AWS's verifiers want it: in the name of {@code sns.amazonaws.com}, and valid at any time a bench or
 * a verifier may live in. It signs itself, so nobody takes it for AWS's own.
 */
final class SigningCertificate {

    private static final String NAME = "sns.amazonaws.com";
    private static final Instant FROM = Instant.parse("2010-03-31T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2110-03-31T00:00:00Z");
    private static final int SERIAL_BITS = 127;
    private static final int LINE = 64;

    private SigningCertificate() {
    }

    /** In PEM. */
    static String of(KeyPair pair) throws GeneralSecurityException {
        X500Name name = new X500Name("CN=" + NAME + ",O=Aforo");
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(name,
                new BigInteger(SERIAL_BITS, new SecureRandom()), Date.from(FROM), Date.from(UNTIL), name,
                pair.getPublic());
        try {
            builder.addExtension(Extension.subjectAlternativeName, false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, NAME)));
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(
                    builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                            .encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertIOException | OperatorCreationException e) {
            throw new GeneralSecurityException("The signing certificate can't be made", e);
        }
    }
}
