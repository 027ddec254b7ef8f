{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Compromiso</h1>
<p class="lead">{{TEXTO}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Marque el compromiso como cumplido, anúlelo con su motivo o ábralo otra vez si lo cerró por error. Cada paso queda en su historia con su nombre y hora.</p></details>
<dl class="ficha">
<div><dt>Entidad</dt><dd><a href="/seguimiento/{{ENTIDAD_ID}}/entidad">{{ENTIDAD}}</a></dd></div>
<div><dt>Quién lo hará</dt><dd>{{RESPONSABLE:x-palabra}}</dd></div>
<div><dt>Hasta cuándo</dt><dd>{{FECHA_LIMITE:x-largo}}{{#VENCIDO}} <span class="est VENCIDA">Vencido</span>{{/VENCIDO}}</dd></div>
</dl>
{{#PUEDE_ANOTAR}}<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_VERSION}}
{{>CAMPO_MOTIVO}}
<div class="acc">{{#ABIERTO}}<button name="accion" value="CUMPLIDO">Cumplido</button> <button class="peligro" name="accion" value="ANULADO">Anular</button>{{/ABIERTO}}{{#NO_ABIERTO}}<button name="accion" value="ABIERTO">Abrir otra vez</button>{{/NO_ABIERTO}} <a href="/seguimiento/{{ENTIDAD_ID}}/entidad">Volver a la entidad</a></div>
</form>
{{/PUEDE_ANOTAR}}<h2>Historia</h2>
<ul>
{{#DECISIONES}}<li>{{QUE}}{{#HAY_MOTIVO}}: {{MOTIVO}}{{/HAY_MOTIVO}} <span class="hint">({{CREADO_EN}}{{#HAY_QUIEN}}, {{QUIEN}}{{/HAY_QUIEN}})</span></li>
{{/DECISIONES}}</ul>
