package dev.arduinotrader.platform.tls;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.id.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The household's certificate authority and what it has issued, in one folder: {@code ca.p12} with
 * {@code ca.password}, which stay there; {@code ca.pem}, and {@code ID.pem} and {@code ID.key} for
 * each device, which go to it.
 */
public final class CertificateFolder {
  private static final String CA = "ca";
  private static final String DEVICE = "device";
  private static final int AUTHORITY_DAYS = 3_650;
  private static final List<String> KEY =
      List.of("-keyalg", "EC", "-groupname", "secp256r1", "-sigalg", "SHA256withECDSA");

  private final Path folder;
  private final Ids ids;

  /**
   * @param ids what passwords are made of
   */
  public CertificateFolder(Path folder, Ids ids) {
    this.folder = folder;
    this.ids = ids;
  }

  /** Makes the authority; AUTHORITY_EXISTS when there is one, which is never overwritten. */
  public Result<CertificateView> init() {
    return io(
        () -> {
          if (Files.exists(store())) {
            return TlsReason.AUTHORITY_EXISTS.failure(
                "expected no authority in %s, found %s\nMaybe issue certificates with it."
                    .formatted(folder, store().getFileName()));
          }
          PrivateFiles.folder(folder);
          String password = ids.next();
          return new Keytool(password)
              .run(store(), authority())
              .then(
                  done ->
                      io(
                          () -> {
                            PrivateFiles.protect(store());
                            PrivateFiles.replace(passwordFile(), password + "\n");
                            X509Certificate made =
                                (X509Certificate) certificate(store(), password, CA);
                            PrivateFiles.replace(certificateFile(CA), PemFiles.text(made));
                            return Result.success(CertificateView.of(certificateFile(CA), made));
                          }));
        });
  }

  private static List<String> authority() {
    List<String> arguments = new ArrayList<>(List.of("-genkeypair", "-alias", CA));
    arguments.addAll(KEY);
    arguments.addAll(
        List.of(
            "-dname",
            "CN=Arduino Trader authority",
            "-validity",
            Integer.toString(AUTHORITY_DAYS),
            "-ext",
            "bc:c=ca:true,pathlen:0",
            "-ext",
            "ku:c=keyCertSign,cRLSign"));
    return arguments;
  }

  /**
   * Makes a key and a certificate for a device, in place of those that it had; a running process
   * takes them without a restart.
   *
   * @param browserFile whether a {@code ID.p12} for a browser is made as well, whose password is in
   *     {@code ID.p12.password}
   */
  public Result<CertificateView> issue(CertificateWish wish, boolean browserFile) {
    return wish.checked()
        .then(
            checked ->
                io(
                    () -> {
                      if (!Files.exists(store())) {
                        return TlsReason.AUTHORITY_MISSING.failure(
                            "expected an authority in %s, found none\nMaybe: trader certs init"
                                .formatted(folder));
                      }
                      Path workshop = PrivateFiles.workshop(folder);
                      try {
                        return issue(checked, workshop, browserFile);
                      } finally {
                        PrivateFiles.delete(workshop);
                      }
                    }));
  }

  private Result<CertificateView> issue(CertificateWish wish, Path workshop, boolean browserFile)
      throws IOException {
    String authorityPassword = Files.readString(passwordFile()).strip();
    String password = ids.next();
    Path own = workshop.resolve("own.p12");
    Path request = workshop.resolve("request");
    Path signed = workshop.resolve("signed.pem");
    Keytool ownTool = new Keytool(password);
    return ownTool
        .run(own, keyPair(wish))
        .then(done -> ownTool.run(own, at("-certreq", DEVICE, "-file", request)))
        .then(done -> new Keytool(authorityPassword).run(store(), signing(wish, request, signed)))
        .then(done -> PemFiles.certificates(signed))
        .then(chain -> io(() -> keep(wish, chain.getFirst(), own, password, browserFile)));
  }

  private static List<String> keyPair(CertificateWish wish) {
    List<String> arguments = new ArrayList<>(List.of("-genkeypair", "-alias", DEVICE));
    arguments.addAll(KEY);
    arguments.addAll(List.of("-dname", "CN=" + wish.device()));
    return arguments;
  }

  private static List<String> at(String command, String alias, String option, Path file) {
    return List.of(command, "-alias", alias, option, file.toString());
  }

  private static List<String> signing(CertificateWish wish, Path request, Path signed) {
    return List.of(
        "-gencert",
        "-rfc",
        "-alias",
        CA,
        "-infile",
        request.toString(),
        "-outfile",
        signed.toString(),
        "-validity",
        Integer.toString(wish.days()),
        "-ext",
        "ku:c=digitalSignature",
        "-ext",
        "eku=serverAuth,clientAuth",
        "-ext",
        "san=" + wish.alternativeNames());
  }

  /** The key goes first: a process that looks in between sees two that do not fit, and waits. */
  private Result<CertificateView> keep(
      CertificateWish wish,
      X509Certificate certificate,
      Path own,
      String password,
      boolean browserFile)
      throws IOException, GeneralSecurityException {
    Path file = certificateFile(wish.device());
    PrivateKey key = (PrivateKey) open(own, password).getKey(DEVICE, password.toCharArray());
    PrivateFiles.replace(folder.resolve(wish.device() + ".key"), PemFiles.text(key));
    PrivateFiles.replace(file, PemFiles.text(certificate));
    if (browserFile) {
      keepForBrowser(wish.device(), key, certificate);
    }
    return Result.success(CertificateView.of(file, certificate));
  }

  private void keepForBrowser(String device, PrivateKey key, X509Certificate certificate)
      throws IOException, GeneralSecurityException {
    String password = ids.next();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(device, key, password.toCharArray(), new Certificate[] {certificate});
    Path file = folder.resolve(device + ".p12");
    PrivateFiles.replace(folder.resolve(device + ".p12.password"), password + "\n");
    PrivateFiles.replace(file, "");
    try (var out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
  }

  /** Issues a certificate with the names and the role that the device's present one has. */
  public Result<CertificateView> rotate(String device, int days) {
    return PemFiles.certificates(certificateFile(device))
        .then(
            chain -> {
              CertificateView before =
                  CertificateView.of(certificateFile(device), chain.getFirst());
              return CallRole.of(chain.getFirst())
                  .map(
                      role -> issue(new CertificateWish(device, role, before.names(), days), false))
                  .orElseGet(
                      () ->
                          TlsReason.CERTIFICATE_UNUSABLE.failure(
                              "expected a role in the certificate of %s, found none\nMaybe issue it anew."
                                  .formatted(device)));
            });
  }

  /** Every certificate in the folder, the authority's first. */
  public Result<List<CertificateView>> show() {
    return io(
        () -> {
          List<CertificateView> views = new ArrayList<>();
          for (Path file : pemFiles()) {
            switch (PemFiles.certificates(file)) {
              case Result.Failure<List<X509Certificate>>(Problem problem) -> {
                return Result.failure(problem);
              }
              case Result.Success<List<X509Certificate>>(List<X509Certificate> certificates) ->
                  certificates.forEach(found -> views.add(CertificateView.of(file, found)));
            }
          }
          views.sort(
              Comparator.comparing((CertificateView view) -> !view.role().equals("authority"))
                  .thenComparing(CertificateView::file));
          return Result.success(List.copyOf(views));
        });
  }

  private List<Path> pemFiles() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".pem")).sorted().toList();
    }
  }

  private Path store() {
    return folder.resolve("ca.p12");
  }

  private Path passwordFile() {
    return folder.resolve("ca.password");
  }

  private Path certificateFile(String name) {
    return folder.resolve(name + ".pem");
  }

  private static KeyStore open(Path store, String password)
      throws IOException, GeneralSecurityException {
    KeyStore opened = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      opened.load(in, password.toCharArray());
    }
    return opened;
  }

  private static Certificate certificate(Path store, String password, String alias)
      throws IOException, GeneralSecurityException {
    return open(store, password).getCertificate(alias);
  }

  /** Work on files. */
  private interface FileWork<R> {
    Result<R> run() throws IOException, GeneralSecurityException;
  }

  private static <R> Result<R> io(FileWork<R> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      return TlsReason.CERTIFICATE_UNUSABLE.failure(
          "a certificate that was just made cannot be read: " + e.getMessage());
    }
  }
}
