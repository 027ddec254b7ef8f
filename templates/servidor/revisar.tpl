{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Revise antes de registrar</h1>
<p class="lead">Paso 3 de 3. <strong>{{NOMBRE}}</strong> ingresa el {{FECHA_INGRESO:x-largo}}.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Lea los datos como quedarán. Si algo no está bien, cámbielo; lo que escribió no se pierde. Al pulsar «Registrar» la persona queda inscrita y se fijan las fechas de sus tres etapas.</p></details>
{{#AVISO_TARDIO}}<div class="alerta"><p>El ingreso fue hace tiempo: quedará marcado como registro fuera de plazo. Puede registrarlo igual.</p></div>
{{/AVISO_TARDIO}}{{#AVISO_SIN_JEFE}}<div class="alerta"><p>Falta el jefe inmediato. Puede registrar ahora e indicarlo después: hace falta para la etapa C.</p></div>
{{/AVISO_SIN_JEFE}}{{#CORREO_COMPARTIDO}}<div class="alerta"><p>Otra persona usa el mismo correo. Está permitido: los avisos llegarán a ese mismo buzón.</p></div>
{{/CORREO_COMPARTIDO}}<dl class="ficha">
<div><dt>Documento</dt><dd>{{TIPO_SIGLA}} {{NUMERO_DOCUMENTO}}</dd></div>
<div><dt>Nombre</dt><dd>{{NOMBRE}} <a href="/servidor/datos/{{TOKEN}}">Cambiar<span class="vh"> el nombre</span></a></dd></div>
<div><dt>Contacto</dt><dd>{{#HAY_CORREO}}{{CORREO}}{{/HAY_CORREO}}{{#NO_CORREO}}<span class="hint">Sin correo</span>{{/NO_CORREO}}{{#HAY_CELULAR}} · {{CELULAR}}{{/HAY_CELULAR}}</dd></div>
<div><dt>Entidad y unidad</dt><dd>{{ENTIDAD}}{{#HAY_ORGANO_NOMBRE}} · {{ORGANO_NOMBRE}}{{/HAY_ORGANO_NOMBRE}}</dd></div>
<div><dt>Puesto</dt><dd>{{PUESTO}}{{#ES_CONFIANZA}} (de confianza){{/ES_CONFIANZA}} <a href="/servidor/datos/{{TOKEN}}">Cambiar<span class="vh"> el puesto</span></a></dd></div>
<div><dt>Régimen</dt><dd>{{REGIMEN_NOMBRE}}{{#HAY_GRUPO_NOMBRE}} · {{GRUPO_NOMBRE}}{{/HAY_GRUPO_NOMBRE}}</dd></div>
<div><dt>Modalidad</dt><dd>{{MODALIDAD:x-palabra}}</dd></div>
<div><dt>Jefe inmediato</dt><dd>{{#HAY_JEFE_NOMBRE}}{{JEFE_NOMBRE}}{{/HAY_JEFE_NOMBRE}}{{#NO_JEFE_NOMBRE}}<span class="hint">Falta</span>{{/NO_JEFE_NOMBRE}}</dd></div>
<div><dt>Ingreso</dt><dd>{{FECHA_INGRESO:x-largo}}{{#PRIMER_INGRESO}} (primer ingreso al Estado){{/PRIMER_INGRESO}} <a href="/servidor/datos/{{TOKEN}}">Cambiar<span class="vh"> la fecha</span></a></dd></div>
{{#HAY_DOCUMENTO_SUSTENTO}}<div><dt>Contrato o resolución</dt><dd>{{DOCUMENTO_SUSTENTO}}</dd></div>
{{/HAY_DOCUMENTO_SUSTENTO}}</dl>
<h2>Sus tres etapas</h2>
<ol class="tareas">
<li><div><strong>A. Inducción general al Estado</strong><p class="hint">Hasta el {{LIMITE_ESTADO:x-largo}}. La lleva SERVIR, con el curso en línea.</p></div></li>
<li><div><strong>B. Inducción general a la entidad</strong><p class="hint">Hasta el {{LIMITE_ENTIDAD:x-largo}}. La conduce la ORH.</p></div></li>
<li><div><strong>C. Inducción específica al puesto</strong><p class="hint">Hasta el {{LIMITE_ESPECIFICA:x-largo}}. La conduce el jefe inmediato.</p></div></li>
</ol>
<p class="hint">Fechas según la regla de {{EDICION}}.</p>
<form method="post" novalidate>
{{>CSRF}}
<div class="acc"><button>Registrar</button> <a href="/servidor/datos/{{TOKEN}}">Volver a los datos</a></div>
</form>
