{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Evidencias: {{TITULO}}</h1>
<p class="lead">{{NOMBRE}} · {{PUESTO}}. {{#PENDIENTE}}Para el {{LIMITE:x-largo}}{{#VENCIDA}} (vencida){{/VENCIDA}}.{{/PENDIENTE}}{{#HECHA}}Hecha el {{HECHA_EL:x-largo}}.{{/HECHA}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Tome una foto con su teléfono o elija un archivo que demuestre que la tarea se hizo. Al subirlo la tarea queda hecha en la fecha que indique. Solo lo ven la persona, su jefe, su ORH y SERVIR. Lo que se agrega no se borra.</p></details>
{{#ADMITE}}<form method="post" enctype="multipart/form-data" novalidate>
{{>CSRF}}
{{>CAMPO_VERSION}}
{{>CAMPO_ARCHIVO}}
{{#PIDE_FECHA}}{{>CAMPO_FECHA}}
{{/PIDE_FECHA}}<div class="acc"><button>Subir la evidencia</button></div>
</form>
{{/ADMITE}}{{>EVIDENCIAS}}
<p class="noimp"><a href="/servidor/{{VINCULO_ID}}/tareas">Ver las tareas de {{NOMBRE}}</a></p>
