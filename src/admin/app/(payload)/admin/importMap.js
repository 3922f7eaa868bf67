import { RecordFindings as RecordFindings_bb8bb66e0afd0437e3fd368a865e741f } from '../../../../../src/admin/components/index.ts'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BodyRowLabel as BodyRowLabel_bb8bb66e0afd0437e3fd368a865e741f } from '../../../../../src/admin/components/index.ts'
import { InlineNodeLabel as InlineNodeLabel_bb8bb66e0afd0437e3fd368a865e741f } from '../../../../../src/admin/components/index.ts'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SlashInSentenceFeatureClient as SlashInSentenceFeatureClient_bb8bb66e0afd0437e3fd368a865e741f } from '../../../../../src/admin/components/index.ts'
import { ListMarkersFeatureClient as ListMarkersFeatureClient_bb8bb66e0afd0437e3fd368a865e741f } from '../../../../../src/admin/components/index.ts'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { CheckView as CheckView_bb8bb66e0afd0437e3fd368a865e741f } from '../../../../../src/admin/components/index.ts'
import { CompareView as CompareView_bb8bb66e0afd0437e3fd368a865e741f } from '../../../../../src/admin/components/index.ts'
import { PublishView as PublishView_bb8bb66e0afd0437e3fd368a865e741f } from '../../../../../src/admin/components/index.ts'
import { StoredJson as StoredJson_bb8bb66e0afd0437e3fd368a865e741f } from '../../../../../src/admin/components/index.ts'
import { ResendDelivery as ResendDelivery_bb8bb66e0afd0437e3fd368a865e741f } from '../../../../../src/admin/components/index.ts'
import { DeliveryAttempts as DeliveryAttempts_bb8bb66e0afd0437e3fd368a865e741f } from '../../../../../src/admin/components/index.ts'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/components/index.ts#RecordFindings": RecordFindings_bb8bb66e0afd0437e3fd368a865e741f,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/components/index.ts#BodyRowLabel": BodyRowLabel_bb8bb66e0afd0437e3fd368a865e741f,
  "/src/admin/components/index.ts#InlineNodeLabel": InlineNodeLabel_bb8bb66e0afd0437e3fd368a865e741f,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/components/index.ts#SlashInSentenceFeatureClient": SlashInSentenceFeatureClient_bb8bb66e0afd0437e3fd368a865e741f,
  "/src/admin/components/index.ts#ListMarkersFeatureClient": ListMarkersFeatureClient_bb8bb66e0afd0437e3fd368a865e741f,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/components/index.ts#CheckView": CheckView_bb8bb66e0afd0437e3fd368a865e741f,
  "/src/admin/components/index.ts#CompareView": CompareView_bb8bb66e0afd0437e3fd368a865e741f,
  "/src/admin/components/index.ts#PublishView": PublishView_bb8bb66e0afd0437e3fd368a865e741f,
  "/src/admin/components/index.ts#StoredJson": StoredJson_bb8bb66e0afd0437e3fd368a865e741f,
  "/src/admin/components/index.ts#ResendDelivery": ResendDelivery_bb8bb66e0afd0437e3fd368a865e741f,
  "/src/admin/components/index.ts#DeliveryAttempts": DeliveryAttempts_bb8bb66e0afd0437e3fd368a865e741f,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
