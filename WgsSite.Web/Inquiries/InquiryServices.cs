using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using WgsSite.Cms.Storage;
using WgsSite.Web.Hosting;
using WgsSite.Web.Inquiries.Abuse;
using WgsSite.Web.Inquiries.Mail;
using WgsSite.Web.Inquiries.Storage;
using WgsSite.Web.Pages.Contact;

namespace WgsSite.Web.Inquiries;

/// <summary>Registration of everything that has to do with inquiries.</summary>
public static class InquiryServices
{
    /// <summary>What the site and the commands both need.</summary>
    /// <exception cref="InquiryKeysException">The certificate that protects the keys cannot be used.</exception>
    public static IServiceCollection AddInquiries(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        services.AddDbContextFactory<InquiryDbContext>(options => InquiryDatabase.Configure(options, dataFolder));
        services.AddKeys(configuration, dataFolder);
        services.Configure<InquirySettings>(configuration.GetSection("Inquiries"));
        services.Configure<MailSettings>(configuration.GetSection("Mail"));
        services.AddSingleton(new DataFolderPath(dataFolder));
        services.AddSingleton<SiteClock>();
        services.AddSingleton<OneWriter>();
        services.AddSingleton<PersonalData>();
        services.AddSingleton<MailTransport>();
        services.AddSingleton<MailSignal>();
        services.AddSingleton<MailOutbox>();
        services.AddSingleton<InquiryReceiver>();
        services.AddSingleton<InquiryDesk>();
        services.AddSingleton<InquiryHealth>();
        services.AddSingleton<InquiryLimit>();
        return services;
    }

    /// <summary>What only the running site needs.</summary>
    public static IServiceCollection AddInquiryForms(this IServiceCollection services)
    {
        services.AddSingleton<FormTokens>();
        services.AddSingleton<InquiryFormServices>();
        services.AddHostedService<MailWorker>();
        services.AddHostedService<InquiryUpkeep>();
        return services;
    }

    /// <summary>
    /// Keys lie in a folder of their own, so that a copy of the database alone says nothing about anybody. With a
    /// certificate, a copy of the key folder does not either.
    /// </summary>
    private static void AddKeys(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        var folder = configuration["DataProtection:KeyFolder"] is { Length: > 0 } configured ? Path.GetFullPath(configured) : Path.Combine(dataFolder, "keys");
        try
        {
            PrivateFiles.MakeFolder(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InquiryKeysException($"Der Ordner für die Schlüssel {folder} lässt sich nicht benutzen: {e.Message}", e);
        }

        var keys = services.AddDataProtection().SetApplicationName("WgsSite").PersistKeysToFileSystem(new DirectoryInfo(folder));
        if (configuration["DataProtection:CertificateFile"] is not { Length: > 0 } file) return;
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(Path.GetFullPath(file), configuration["DataProtection:CertificatePassword"]);
            if (!certificate.HasPrivateKey) throw new InquiryKeysException($"Das Zertifikat {file} hat keinen privaten Schlüssel.");
            keys.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InquiryKeysException($"Das Zertifikat {file} lässt sich nicht benutzen: {e.Message}", e);
        }
    }
}

/// <summary>The keys for personal data cannot be had; the message says why, for operators.</summary>
public sealed class InquiryKeysException(string message, Exception? cause = null) : Exception(message, cause);
