namespace WgsSite.Cms.Sync;

/// <summary>What must hold of folder and store together before anything of it may be saved.</summary>
internal sealed partial class SyncImportRun
{
    /// <summary>Names that must be unique: types are found by them, and words.</summary>
    private void CheckAliases()
    {
        foreach (var twins in SchemaRows
            .Where(row => row.Folder is SyncFolders.ContentTypes or SyncFolders.MediaTypes or SyncFolders.Dictionary)
            .GroupBy(row => (row.Folder, row.Alias.ToLowerInvariant()))
            .Where(group => group.Count() > 1))
        {
            var keys = twins.Select(row => row.Key).ToHashSet();
            // The file that brings the second of the two is the one to look at.
            var file = folder.SchemaItems.Where(item => item.Folder == twins.Key.Folder && keys.Contains(item.Key))
                .OrderBy(item => state.SchemaItems.Any(row => row.Key == item.Key)).FirstOrDefault()?.File ?? twins.Key.Folder;
            faults.Add(new SyncFault(file, null, $"Den Alias „{twins.First().Alias}“ gibt es mit zwei Schlüsseln: {string.Join(" und ", keys)}."));
        }
    }

    /// <summary>A type that was deleted must not be what stored items are made of: they would vanish without a word.</summary>
    private void CheckTypesInUse()
    {
        var documents = db.Documents.Local.Where(row => schema.DocumentType(row.TypeKey) is null).Select(row => row.Key).ToList();
        var media = db.Media.Local.Where(row => schema.MediaType(row.TypeKey) is null).Select(row => row.Key).ToList();
        if (documents.Count > 0) faults.Add(new SyncFault(SyncFolders.ContentTypes, null, $"Ein gelöschter Inhaltstyp wird noch gebraucht, von {documents.Count} Dokumenten: {string.Join(", ", documents.Take(3))}"));
        if (media.Count > 0) faults.Add(new SyncFault(SyncFolders.MediaTypes, null, $"Ein gelöschter Medientyp wird noch gebraucht, von {media.Count} Medien: {string.Join(", ", media.Take(3))}"));
    }

    private void CheckSchema()
    {
        foreach (var item in folder.SchemaItems.Where(item => item.Folder is SyncFolders.ContentTypes or SyncFolders.MediaTypes))
        {
            var type = SchemaXml.ContentType(item.Xml, item.File);
            foreach (var property in type.Properties.Where(property => !schema.DataTypes.ContainsKey(property.DataTypeKey)))
                Warnings.Add($"{item.File}: Den Datentyp {property.DataTypeKey} der Eigenschaft „{property.Alias}“ gibt es nicht. Ihr Wert bleibt, wie er ist.");
            foreach (var composition in type.CompositionKeys.Where(key => schema.DocumentType(key) is null && schema.MediaType(key) is null))
                faults.Add(new SyncFault(item.File, null, $"Die Zusammensetzung {composition} gibt es nicht."));
        }
    }

    private void CheckParents()
    {
        var documents = db.Documents.Local.ToDictionary(row => row.Key, row => row.ParentKey);
        var trashed = db.Documents.Local.Where(row => row.Trashed).Select(row => row.Key).ToHashSet();
        foreach (var (document, file) in folder.Documents)
        {
            CheckParent(document.Key, document.ParentKey, document.Name, documents, file);
            if (!document.Trashed && document.ParentKey is { } parent && trashed.Contains(parent))
                Warnings.Add($"{file}: „{document.Name}“ steht unter einem Dokument im Papierkorb und ist deshalb nicht zu sehen.");
        }

        var media = db.Media.Local.ToDictionary(row => row.Key, row => row.ParentKey);
        foreach (var (item, file) in folder.Media)
            CheckParent(item.Key, item.ParentKey, item.Name, media, file);
    }

    private void CheckParent(Guid key, Guid? parent, string name, Dictionary<Guid, Guid?> parents, string file)
    {
        if (parent is { } missing && !parents.ContainsKey(missing))
        {
            faults.Add(new SyncFault(file, null, $"Der übergeordnete Eintrag {missing} von „{name}“ fehlt."));
            return;
        }

        var steps = 0;
        for (var current = parent; current is { } step && parents.TryGetValue(step, out var next); current = next)
            if (step == key || ++steps > parents.Count)
            {
                faults.Add(new SyncFault(file, null, $"„{name}“ steht unter sich selbst."));
                return;
            }
    }
}
